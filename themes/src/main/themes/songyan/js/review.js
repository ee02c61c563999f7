// A reviewer marks the place on the image of which he speaks. Without scripts he types it.
import { mark } from './form/mark.js';

const words = Object.fromEntries(
  [...document.getElementById('words').content.querySelectorAll('[data-word]')].map(word => [
    word.dataset.word,
    word.textContent,
  ]),
);
const button = document.querySelector('[data-mark]');
button.addEventListener('click', () => mark(button, words));
