package cn.lantai.server.describe;

import cn.lantai.access.AccessPolicy;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.media.Picture;
import cn.lantai.media.Treatment;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * The pictures that the public gets in the place of an image. What it gets follows from the
 * description at each request, so a picture that is not ready yet is waited for, and the whole one
 * never stands in for it.
 */
@ApplicationScoped
public class TreatedImages {

  @Inject ImageService images;
  @Resource ManagedExecutorService executor;

  /** Why the picture that a description asks for cannot be made on this machine. */
  Optional<LocalizedText> objection(EntityGraph description) {
    return picture(description)
        .map(Picture::treatment)
        .filter(treatment -> !treatment.isPossible())
        .map(
            treatment ->
                LocalizedText.of(
                    "本机没有能写出水印“" + treatment.watermark().orElse("") + "”的字体，请改用别的文字",
                    "No font on this server has the characters of the watermark “"
                        + treatment.watermark().orElse("")
                        + "”; choose another text"));
  }

  /** Begins to make it, so that it is there when the description is published. */
  void prepare(EntityGraph description) {
    picture(description).ifPresent(picture -> executor.execute(() -> make(picture)));
  }

  private void make(Picture picture) {
    try {
      images.information(picture);
    } catch (ImageBusyException goesOn) {
      // It is being made; only the waiting ended.
    }
  }

  private static Optional<Picture> picture(EntityGraph description) {
    if (description.iri().type() != EntityType.IMAGE) {
      return Optional.empty();
    }
    PageImage image = PageImage.of(description);
    Optional<Treatment> treatment = AccessPolicy.forEveryone(image);
    return image
        .content()
        .filter(file -> treatment.isPresent() && !treatment.get().isNone())
        .map(file -> Picture.of(file.digest(), treatment.orElseThrow()));
  }
}
