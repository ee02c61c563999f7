package cn.lantai.samples.kit;

/** A small map of shade, an eighth of the page, for whatever has no sharp edge. */
final class Soft {
  static final int STEP = 8;

  final int w;
  final int h;
  float[] v;

  Soft(int width, int height) {
    this.w = width / STEP + 2;
    this.h = height / STEP + 2;
    this.v = new float[w * h];
  }

  /** The mean cover of each cell of the layer, 0 to 1. */
  static Soft of(Layer layer) {
    Soft soft = new Soft(layer.width, layer.height);
    for (int y = 0; y < soft.h; y++) {
      for (int x = 0; x < soft.w; x++) {
        int px = Math.min(layer.width - 1, x * STEP);
        int py = Math.min(layer.height - 1, y * STEP);
        soft.v[y * soft.w + x] = (layer.cover[py * layer.width + px] & 255) / 255f;
      }
    }
    return soft;
  }

  /** Three box blurs; the radius is in cells. */
  Soft blur(int radius) {
    for (int i = 0; i < 3; i++) {
      v = boxed(v, w, h, radius, true);
      v = boxed(v, w, h, radius, false);
    }
    return this;
  }

  float at(int x, int y) {
    int cx = x / STEP;
    int cy = y / STEP;
    float fx = (x & (STEP - 1)) / (float) STEP;
    float fy = (y & (STEP - 1)) / (float) STEP;
    int i = cy * w + cx;
    float top = v[i] + (v[i + 1] - v[i]) * fx;
    float bottom = v[i + w] + (v[i + w + 1] - v[i + w]) * fx;
    return top + (bottom - top) * fy;
  }

  void add(double x, double y, double rx, double ry, double amount) {
    int x0 = Math.max(0, (int) ((x - rx) / STEP));
    int x1 = Math.min(w - 1, (int) ((x + rx) / STEP) + 1);
    int y0 = Math.max(0, (int) ((y - ry) / STEP));
    int y1 = Math.min(h - 1, (int) ((y + ry) / STEP) + 1);
    for (int j = y0; j <= y1; j++) {
      for (int i = x0; i <= x1; i++) {
        double dx = (i * STEP - x) / rx;
        double dy = (j * STEP - y) / ry;
        double d = dx * dx + dy * dy + (Noise.CLOUD.at(i * 4, j * 4) - 128) / 220.0;
        if (d < 1) {
          v[j * w + i] += (float) (amount * (1 - Math.max(0, d)));
        }
      }
    }
  }

  private static float[] boxed(float[] in, int w, int h, int r, boolean across) {
    float[] out = new float[in.length];
    int lines = across ? h : w;
    int length = across ? w : h;
    int step = across ? 1 : w;
    for (int l = 0; l < lines; l++) {
      int start = across ? l * w : l;
      float sum = 0;
      for (int k = -r; k <= r; k++) {
        sum += in[start + Math.max(0, Math.min(length - 1, k)) * step];
      }
      for (int k = 0; k < length; k++) {
        out[start + k * step] = sum / (2 * r + 1);
        sum += in[start + Math.min(length - 1, k + r + 1) * step];
        sum -= in[start + Math.max(0, k - r) * step];
      }
    }
    return out;
  }
}
