import './older-chrome.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
