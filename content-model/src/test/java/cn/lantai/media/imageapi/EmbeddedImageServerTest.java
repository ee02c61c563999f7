package cn.lantai.media.imageapi;

import cn.lantai.media.MediaStore;

class EmbeddedImageServerTest extends ImageServerContract {

  @Override
  protected ImageServer server(MediaStore store) {
    return new EmbeddedImageServer();
  }
}
