package cn.lantai.server.iiif;

import cn.lantai.access.ImageCatalogue;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.PageImage;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** The images of the public stage: what is not published there is not served. */
public class PublicImages implements ImageCatalogue {

  private static final int REMEMBERED = 10_000;

  private final GraphStore stage;
  private final String base;

  /** A viewer asks for many tiles of one image; an answer holds until the stage changes. */
  private final Cache<Question, Finding> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Question(String key, long stagePosition) {}

  public PublicImages(GraphStore stage, String base) {
    this.stage = stage;
    this.base = base;
  }

  @Override
  public Finding find(String imageKey) {
    if (!EntityIri.isKey(imageKey)) {
      return new Unknown();
    }
    return answers.get(
        new Question(imageKey, stage.changed()),
        question -> look(new EntityIri(EntityType.IMAGE, imageKey)));
  }

  private Finding look(EntityIri image) {
    return stage
        .read(data -> new StageReader(data.getDefaultGraph(), base).image(image))
        .flatMap(PageImage::content)
        .<Finding>map(content -> new Found(content.digest(), true, Optional.empty()))
        .orElseGet(() -> stage.isGone(image) ? new Gone() : new Unknown());
  }
}
