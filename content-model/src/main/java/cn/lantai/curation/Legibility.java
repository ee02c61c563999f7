package cn.lantai.curation;

import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityGraph;
import cn.lantai.event.HistoricalEvent;
import cn.lantai.evidence.Source;
import cn.lantai.loan.Loan;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.place.Place;
import cn.lantai.selection.Selection;
import cn.lantai.theme.Scheme;
import cn.lantai.theme.Theme;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Whether pages, index and exports will be able to read a graph as what its IRI says it is. */
final class Legibility {

  private Legibility() {}

  static Optional<Violation> objection(EntityGraph graph) {
    try {
      read(graph);
      return Optional.empty();
    } catch (NoSuchElementException missing) {
      return Optional.of(
          new Violation(
              graph.iri().uri(),
              "",
              "不能读作 " + graph.iri() + "：缺少必需的陈述，如名称或所属",
              "This cannot be read as "
                  + graph.iri()
                  + ": what it needs, such as a name, is missing"));
    } catch (RuntimeException unreadable) {
      return Optional.of(
          new Violation(
              graph.iri().uri(),
              "",
              "这些数据不能读作 " + graph.iri() + "：" + unreadable.getMessage(),
              "This cannot be read as " + graph.iri() + ": " + unreadable.getMessage()));
    }
  }

  private static Object read(EntityGraph graph) {
    return switch (graph.iri().type()) {
      case RECORD -> ArchivalRecord.of(graph);
      case RECORD_SET -> RecordSet.of(graph);
      case IMAGE -> PageImage.of(graph);
      case RECORDING -> Recording.of(graph);
      case PERSON, ORGANISATION, FAMILY -> Agent.of(graph);
      case PLACE -> Place.of(graph);
      case EVENT -> HistoricalEvent.of(graph);
      case THEME -> Theme.of(graph);
      case SCHEME -> Scheme.of(graph);
      case SOURCE -> Source.of(graph);
      case LOAN -> Loan.of(graph);
      case EXHIBITION, COLLECTION, COMPILATION, STUDY -> Selection.of(graph);
    };
  }
}
