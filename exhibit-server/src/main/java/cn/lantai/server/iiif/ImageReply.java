package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import java.util.function.Supplier;

/** What can be said to a question at once: the answer, or that more is needed for it. */
public sealed interface ImageReply permits ImageAnswer, ImageReply.Later {

  /** A picture has to be made, or it matters who asks. */
  @FunctionalInterface
  non-sealed interface Later extends ImageReply {

    /**
     * Goes on.
     *
     * @param asker called only if it matters
     */
    ImageReply next(Supplier<Asker> asker);
  }

  /** The answer, whatever it takes. */
  default ImageAnswer complete(Supplier<Asker> asker) {
    ImageReply reply = this;
    while (reply instanceof Later later) {
      reply = later.next(asker);
    }
    return (ImageAnswer) reply;
  }
}
