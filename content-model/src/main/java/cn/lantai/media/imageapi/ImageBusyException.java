package cn.lantai.media.imageapi;

import java.io.IOException;

/** Too many pictures are being made; the same request may work in a moment. */
public final class ImageBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  ImageBusyException() {
    super("Too many images are being made at the moment; try again shortly.");
  }
}
