package cn.lantai.server.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.media.MediaStore;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.TreatedUpkeep;
import cn.lantai.server.iiif.NeededPictures;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Takes away what was made of images and cannot be asked for any more. */
@ApplicationScoped
public class TidyJob implements JobKind {

  static final String NAME = "tidy";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Inject StageStores stores;
  @Inject MediaStore media;
  @Inject ImageService images;
  @Inject Addresses addresses;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("清理不再使用的图像", "Tidying of images");
  }

  @Override
  public Lane lane() {
    return Lane.UPKEEP;
  }

  @Override
  public void run(JobContext context) throws IOException, InterruptedException {
    for (StageKind kind : StageKind.values()) {
      // An old state may not know of what has come to be needed.
      if (!stores.awaitHead(kind, PATIENCE)) {
        context.progress(
            0, 0, "数据还没有跟上日志，这次没有清理。\nThe stages are behind the journal; nothing was done.");
        return;
      }
    }
    NeededPictures needed = new NeededPictures(addresses.base());
    TreatedUpkeep.Result result =
        new TreatedUpkeep(
                media,
                images,
                original ->
                    needed.of(
                        original, stores.stage(StageKind.PUBLIC), stores.stage(StageKind.WORKING)))
            .run(Instant.now());
    context.progress(
        result.seen(),
        result.seen(),
        ("看过处理过的图像 %d 幅：新发现无用的 %d 幅，清除 %d 幅。\n"
                + "%d treated pictures: %d found unneeded, %d taken away.")
            .formatted(
                result.seen(),
                result.noted(),
                result.removed(),
                result.seen(),
                result.noted(),
                result.removed()));
  }
}
