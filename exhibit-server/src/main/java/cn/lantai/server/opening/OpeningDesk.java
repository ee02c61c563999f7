package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.opening.Act;
import cn.lantai.opening.Opening;
import cn.lantai.opening.OpeningNews;
import cn.lantai.opening.OpeningRefusedException;
import cn.lantai.opening.OpeningRefusedException.Reason;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Ruling;
import cn.lantai.opening.WordList;
import cn.lantai.opening.WordLists;
import cn.lantai.search.DueList;
import cn.lantai.search.DueQuery;
import cn.lantai.search.StageIndex;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Opening reviews for who is asking: what he may see of them, and what his role allows. */
@RequestScoped
public class OpeningDesk {

  /** So many are signed together at most. */
  static final int TOGETHER = 200;

  private static final int LOOKED_THROUGH = 5_000;
  private static final int STEP = 100;

  @Inject Openings openings;
  @Inject OpeningProposals proposals;
  @Inject WordLists lists;
  @Inject StageStores stores;
  @Inject Visitor visitor;

  /** What is listed. */
  public enum Show {
    /** Records that are due. */
    DUE,
    /** Records of which nobody knows when they were made. */
    UNDATED,
    /** What waits for the second signature. */
    SIGNED
  }

  DueList due(Show show, Optional<EntityIri> fonds, OptionalInt year, int first, int size) {
    return index()
        .due(
            new DueQuery(
                rights().reach(),
                fonds,
                openings.thisYear(),
                openings.years(),
                show == Show.UNDATED,
                year,
                first,
                size));
  }

  /** Those that wait for the second signature and may be seen, newest first. */
  List<Opening> signed(long before, int limit) {
    List<Opening> found = new ArrayList<>();
    long from = before;
    for (int looked = 0; found.size() < limit && looked < LOOKED_THROUGH; looked += STEP) {
      List<Opening> page = openings.signed(from, STEP);
      page.stream()
          .filter(each -> rights().may(Permission.SEE, each.record()))
          .limit((long) limit - found.size())
          .forEach(found::add);
      if (page.size() < STEP) {
        break;
      }
      from = page.get(page.size() - 1).id();
    }
    return found;
  }

  /** The newest first signatures of others that the visitor may second. */
  public List<OpeningNews> waitingForMe(int lookedThrough) {
    return rights().may(Permission.REVIEW)
        ? openings.signatures(lookedThrough).stream()
            .filter(news -> !news.agent().equals(visitor.name()))
            .filter(news -> rights().may(Permission.SEE, news.record()))
            .filter(news -> maySign(news.record()))
            .toList()
        : List.of();
  }

  /** What others did with what the visitor signed first. */
  public List<OpeningNews> news(Instant since, int lookedThrough) {
    return openings.news(visitor.name(), since, lookedThrough).stream()
        .filter(news -> news.act() != Act.SIGN)
        .filter(news -> rights().may(Permission.SEE, news.record()))
        .toList();
  }

  /** How many records came due in a year and wait for who may sign somewhere. */
  public long dueForMe(Year year) {
    return rights().may(Permission.REVIEW)
        ? due(Show.DUE, Optional.empty(), OptionalInt.of(year.getValue()), 0, 0).total()
        : 0;
  }

  /** A record to be looked at; what may not be seen is not there. */
  Seen seen(String key) {
    return Entities.named(EntityType.RECORD.segment(), key)
        .filter(record -> rights().may(Permission.SEE, record))
        .flatMap(proposals::of)
        .orElseThrow(() -> Entities.unknown(EntityType.RECORD.segment(), key));
  }

  Optional<Seen> proposal(EntityIri record) {
    return proposals.of(record);
  }

  boolean maySign(EntityIri record) {
    return rights().may(Permission.REVIEW, record);
  }

  boolean may(Act act, Opening opening) {
    return maySign(opening.record()) && opening.objection(act, visitor.name()).isEmpty();
  }

  /**
   * The first signature.
   *
   * @param mark of what was seen
   */
  Opening sign(String key, String mark, Ruling ruling) {
    Seen seen = seen(key);
    return sign(seen, mark, ruling);
  }

  private Opening sign(Seen seen, String mark, Ruling ruling) {
    EntityIri record = seen.text().record();
    rights().require(Permission.REVIEW, record);
    if (!seen.mark().equals(mark)) {
      throw new OpeningRefusedException(Reason.CHANGED);
    }
    return openings.sign(
        record,
        seen.archive(),
        seen.fonds(),
        seen.text().mark(),
        seen.proposal(),
        ruling,
        visitor.name());
  }

  /**
   * Signs several at once: only what is to be opened without any finding. All are looked at before
   * the first is signed.
   *
   * @param marks of what was seen, by the key of the record
   */
  List<Opening> signTogether(Map<String, String> marks) {
    if (marks.isEmpty() || marks.size() > TOGETHER) {
      throw OpeningProblems.unreadable(
          "请选 1 至 " + TOGETHER + " 条。", "Choose between 1 and " + TOGETHER + " records.");
    }
    List<Seen> all = new ArrayList<>();
    for (Map.Entry<String, String> each : new TreeMap<>(marks).entrySet()) {
      Seen seen = seen(each.getKey());
      EntityIri record = seen.text().record();
      rights().require(Permission.REVIEW, record);
      if (!seen.mark().equals(each.getValue())) {
        throw new OpeningRefusedException(Reason.CHANGED, record);
      }
      if (!seen.proposal().isPlain() || !Openings.isWaiting(seen.graph())) {
        throw new OpeningRefusedException(Reason.NOT_PLAIN, record);
      }
      if (openings.openOf(record).isPresent()) {
        throw new OpeningRefusedException(Reason.ALREADY_SIGNED, record);
      }
      all.add(seen);
    }
    return all.stream().map(seen -> sign(seen, seen.mark(), Ruling.OPEN)).toList();
  }

  /**
   * Any other step.
   *
   * @param mark of the text that was seen; only for {@link Act#AGREE}
   * @param knowing whether the visitor knows that it was changed since it was signed
   */
  Opening step(
      String key, long id, Act act, int count, String mark, boolean knowing, String reason) {
    Seen seen = seen(key);
    EntityIri record = seen.text().record();
    rights().require(Permission.REVIEW, record);
    if (openings.find(id).filter(each -> each.record().equals(record)).isEmpty()) {
      throw new OpeningRefusedException(Reason.NOT_NOW);
    }
    String said = reason.strip();
    return switch (act) {
      case SIGN -> throw new OpeningRefusedException(Reason.NOT_NOW);
      case AGREE -> openings.agree(id, count, mark, knowing, said, visitor.name());
      case RETURN -> openings.sendBack(id, count, said, visitor.name());
      case RETRACT -> openings.retract(id, count, said, visitor.name());
    };
  }

  /** The archives that keep a fonds within reach, by key. */
  Map<String, EntityIri> archives() {
    Map<String, EntityIri> archives = new TreeMap<>();
    for (Summary fonds : fonds()) {
      fonds.holder().ifPresent(holder -> archives.put(holder.key(), holder));
    }
    return archives;
  }

  /** The fonds within reach, by code. */
  List<Summary> fonds() {
    return index().fonds().stream()
        .filter(fonds -> rights().may(Permission.SEE, fonds.iri()))
        .toList();
  }

  EntityIri archive(String key) {
    return Optional.ofNullable(archives().get(key)).orElseThrow(OpeningProblems::unknownArchive);
  }

  /** Whether the visitor may change the lists of an archive. */
  boolean mayEditLists(EntityIri archive) {
    return rights().mayWithin(Permission.PUBLISH, archive);
  }

  /** The lists of an archive within reach, in the order in which they were made. */
  List<WordList> lists(String archive) {
    return lists.of(archive(archive).key());
  }

  /** A list of an archive within reach; any other is not there. */
  WordList list(long id) {
    return lists
        .find(id)
        .filter(list -> archives().containsKey(list.archive()))
        .orElseThrow(OpeningProblems::unknownList);
  }

  /**
   * @param seen the mark of the list whose place it takes
   */
  WordList saveList(WordList list, String seen) {
    requireLists(archive(list.archive()));
    return lists.save(list, seen, visitor.name());
  }

  void removeList(long id, String seen) {
    requireLists(archive(list(id).archive()));
    lists.remove(id, seen);
  }

  private void requireLists(EntityIri archive) {
    if (!mayEditLists(archive)) {
      throw new NotAllowedException();
    }
  }

  StageIndex index() {
    return stores.index(StageKind.WORKING);
  }

  private Rights rights() {
    return visitor.rights();
  }
}
