package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.AccessPolicy.Shown;
import cn.lantai.access.AccessPolicy.SignInFirst;
import cn.lantai.access.Credit;
import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.Licence;
import cn.lantai.access.PublicPicture;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.Picture;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of the public stage: what is not published there is not served. */
public class PublicImages implements ImageCatalogue {

  private static final int REMEMBERED = 10_000;

  private final GraphStore stage;
  private final String base;

  /** A viewer asks for many tiles of one image; an answer holds until the stage changes. */
  private final Cache<Question, Finding> answers =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private record Question(String key, Asker asker, long stagePosition) {}

  public PublicImages(GraphStore stage, String base) {
    this.stage = stage;
    this.base = base;
  }

  @Override
  public Finding find(String imageKey, Asker asker) {
    if (!EntityIri.isKey(imageKey)) {
      return new Unknown();
    }
    return answers.get(new Question(imageKey, asker, stage.changed()), this::look);
  }

  @Override
  public Finding remembered(String imageKey) {
    Finding known = answers.getIfPresent(new Question(imageKey, Asker.ANYONE, stage.changed()));
    return known == null ? new Unknown() : known;
  }

  private Finding look(Question question) {
    EntityIri image = new EntityIri(EntityType.IMAGE, question.key());
    return stage
        .read(
            data -> {
              StageReader reader = new StageReader(data.getDefaultGraph(), base);
              return reader
                  .image(image)
                  .map(page -> found(page, question.asker(), reader))
                  .or(() -> substitute(question.key(), reader));
            })
        .orElseGet(() -> stage.isGone(image) ? new Gone() : new Unknown());
  }

  private static Finding found(PageImage page, Asker asker, StageReader reader) {
    if (page.content().isEmpty()) {
      return new Unknown();
    }
    Digest original = page.content().get().digest();
    Credit credit = credit(page, reader);
    AccessPolicy.Answer answer = AccessPolicy.answer(page, asker);
    if (answer instanceof Shown shown) {
      return new Found(
          Picture.of(original, shown.treatment()),
          shown.everyone(),
          true,
          substituteKey(page),
          credit);
    }
    if (answer instanceof SignInFirst
        && AccessPolicy.answer(page, Asker.SIGNED_IN) instanceof Shown later) {
      return new Found(
          Picture.of(original, later.treatment()), false, false, substituteKey(page), credit);
    }
    return new Unknown();
  }

  private static Optional<String> substituteKey(PageImage page) {
    return PublicPicture.of(page)
        .map(PublicPicture::key)
        .filter(key -> !key.equals(page.iri().key()));
  }

  /** The picture that anybody gets in the place of one behind a sign-in. */
  private static Optional<Finding> substitute(String key, StageReader reader) {
    return PublicPicture.substituted(key)
        .filter(EntityIri::isKey)
        .flatMap(whole -> reader.image(new EntityIri(EntityType.IMAGE, whole)))
        .filter(page -> substituteKey(page).filter(key::equals).isPresent())
        .flatMap(
            page ->
                AccessPolicy.forEveryone(page)
                    .map(
                        treatment ->
                            Found.open(
                                Picture.of(page.content().orElseThrow().digest(), treatment),
                                credit(page, reader))));
  }

  private static Credit credit(PageImage page, StageReader reader) {
    Optional<ArchivalRecord> record = page.record().flatMap(reader::record);
    Optional<String> rights =
        page.record().flatMap(it -> reader.nearest(it, Licence::said)).flatMap(Licence::address);
    Optional<String> holder =
        record
            .flatMap(it -> reader.holder(it.parent()))
            .flatMap(reader::label)
            .map(LocalizedText::zh);
    String attribution =
        Stream.concat(holder.stream(), record.map(it -> it.code().value()).stream())
            .collect(Collectors.joining("，"));
    return new Credit(rights, Optional.of(attribution).filter(text -> !text.isEmpty()));
  }
}
