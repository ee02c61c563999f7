package cn.lantai.media.imageapi;

import java.io.IOException;

/** No picture can be made right now; the same request may work in a moment. */
public final class ImageBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  ImageBusyException() {
    this("Too many images are being made at the moment; try again shortly.");
  }

  public ImageBusyException(String reason) {
    super(reason);
  }
}
