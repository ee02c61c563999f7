package cn.lantai.curation;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.journal.Draft;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.ontology.ProfileCheck;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The application service through which every change goes. Safe for use by many threads. */
public final class Curation {

  private final Journal journal;
  private final ProfileCheck profile;
  private final Function<EntityIri, List<EntityIri>> imagesOfRecord;

  /**
   * @param imagesOfRecord the images that the working stage knows of a record
   */
  public Curation(
      Journal journal, ProfileCheck profile, Function<EntityIri, List<EntityIri>> imagesOfRecord) {
    this.journal = journal;
    this.profile = profile;
    this.imagesOfRecord = imagesOfRecord;
  }

  /** What the profile has against a description; empty if it can be saved. */
  public List<Violation> check(EntityGraph description) {
    return profile.violations(description.toGraph());
  }

  /**
   * Saves new versions, all or none. A record that is no longer open leaves the public stage with
   * its images in the same step.
   *
   * @return the rows written; a description that changes nothing writes none
   * @throws ProfileViolationException if one of them does not satisfy the profile
   */
  public List<Entry> save(Collection<EntityGraph> descriptions, Author author) {
    List<Draft> drafts = new ArrayList<>();
    for (EntityGraph description : descriptions) {
      List<Violation> violations = check(description);
      if (!violations.isEmpty()) {
        throw new ProfileViolationException(description.iri(), violations);
      }
      drafts.add(Draft.put(description, author.name(), author.reason()));
      if (description.iri().type() == EntityType.RECORD && !isOpenRecord(description)) {
        drafts.addAll(withdrawal(description.iri(), author));
      }
    }
    return journal.append(drafts);
  }

  /**
   * Publishes the newest versions, all or none.
   *
   * @throws NotOpenException if one of them is, or shows, a record that is not open
   */
  public List<Entry> publish(Collection<EntityIri> entities, Author author) {
    List<Draft> drafts = new ArrayList<>();
    for (EntityIri entity : entities) {
      if (!isOpen(entity)) {
        throw new NotOpenException(entity);
      }
      drafts.add(Draft.publish(entity, author.name(), author.reason()));
    }
    return journal.append(drafts);
  }

  /** Takes entities out of public; a record takes its images with it. */
  public List<Entry> withdraw(Collection<EntityIri> entities, Author author) {
    return journal.append(
        entities.stream().flatMap(entity -> withdrawal(entity, author).stream()).toList());
  }

  private List<Draft> withdrawal(EntityIri entity, Author author) {
    List<Draft> drafts = new ArrayList<>();
    drafts.add(Draft.withdraw(entity, author.name(), author.reason()));
    if (entity.type() == EntityType.RECORD) {
      for (EntityIri image : imagesOfRecord.apply(entity)) {
        drafts.add(Draft.withdraw(image, author.name(), author.reason()));
      }
    }
    return drafts;
  }

  private boolean isOpen(EntityIri entity) {
    return switch (entity.type()) {
      case RECORD -> journal.current(entity).filter(Curation::isOpenRecord).isPresent();
      case IMAGE -> shownRecord(entity).map(this::isOpen).orElse(true);
      default -> true;
    };
  }

  private Optional<EntityIri> shownRecord(EntityIri image) {
    return journal
        .current(image)
        .flatMap(graph -> new GraphReader(graph).link(Rico.isOrWasDigitalInstantiationOf));
  }

  private static boolean isOpenRecord(EntityGraph record) {
    return AccessState.OPEN.isOf(record);
  }
}
