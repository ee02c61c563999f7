// Windows and frames of the IIIF Authorization Flow API 2.0.
const { message, origin, close } = document.getElementById('main').dataset;

if (message) {
  parent.postMessage(JSON.parse(message), origin);
} else if (close !== undefined && opener) {
  window.close();
}
