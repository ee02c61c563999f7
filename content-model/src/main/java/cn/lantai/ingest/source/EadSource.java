package cn.lantai.ingest.source;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * A finding aid in EAD 2002 or EAD3: a row for the archival description and for each component, the
 * higher before the lower. Components are read one by one, so a finding aid may be of any length.
 */
public final class EadSource implements Source {

  private static final String COMPONENT = "c|c0[1-9]|c1[0-2]";
  private static final Set<String> TRANSPARENT = Set.of("dsc", "descgrp", "admininfo", "thead");

  private final Path file;

  public EadSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.getFileName().toString();
  }

  @Override
  public void read(Sink sink) throws IOException {
    Whole whole = new Whole();
    SafeXml.read(file, xml -> readTop(xml, whole));
    if (whole.description == null) {
      throw new UnreadableSourceException(
          Place.file(name()),
          LocalizedText.of("文件中没有 archdesc，不是 EAD", "There is no archdesc: this is not EAD"),
          LocalizedText.of(
              "请选用 EAD 2002 或 EAD3 的检索工具", "Choose a finding aid in EAD 2002 or EAD3"));
    }
    EadComponent top =
        EadComponent.top(
            whole.description, Place.file(name()), whole.identifier(name()), whole.language());
    whole.unitids.clear();
    Reading reading = new Reading(sink, whole.repeated, LantaiEad.wrote(whole.description));
    reading.emit(top, true);
    SafeXml.read(file, xml -> reading.components(xml, top));
  }

  /** Reads all but the components. */
  private static void readTop(SafeXml xml, Whole whole) throws IOException, XMLStreamException {
    while (xml.next()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "eadheader", "control" -> whole.header = xml.tree();
        case "frontmatter" -> xml.skip();
        case "archdesc" -> whole.description = description(xml, whole);
        default -> {
          // The root.
        }
      }
    }
  }

  private static XmlElement description(SafeXml xml, Whole whole)
      throws IOException, XMLStreamException {
    XmlElement description = xml.element();
    while (xml.next() && xml.isStart()) {
      if (xml.name().equals("dsc") || xml.name().matches(COMPONENT)) {
        whole.note(xml);
      } else {
        description.add(xml.tree());
      }
    }
    return description;
  }

  /** What the finding aid says of itself. */
  private static final class Whole {

    private XmlElement header = new XmlElement("eadheader", Map.of());
    private XmlElement description;
    private final Set<String> unitids = new HashSet<>();
    private final Set<String> repeated = new HashSet<>();

    /** Passes over the components that just started, and notes how they are called. */
    void note(SafeXml xml) throws IOException, XMLStreamException {
      for (int open = 1; open > 0 && xml.next(); ) {
        if (!xml.isStart()) {
          open--;
        } else if (xml.name().equals("unitid")) {
          String unitid = xml.tree().text();
          if (!unitids.add(unitid)) {
            repeated.add(unitid);
          }
        } else {
          open++;
        }
      }
    }

    String identifier(String file) {
      return first("eadid", "recordid")
          .map(XmlElement::text)
          .filter(text -> !text.isBlank())
          .orElse(file.replaceFirst("\\.[A-Za-z]+$", ""));
    }

    /** ISO 639-2, as EAD has it. */
    String language() {
      return header
          .all()
          .filter(each -> each.name().equals("language"))
          .map(each -> each.attribute("langcode"))
          .filter(code -> !code.isEmpty())
          .findFirst()
          .orElse(description.attribute("langmaterial"));
    }

    private Optional<XmlElement> first(String... names) {
      return header.all().filter(each -> List.of(names).contains(each.name())).findFirst();
    }
  }

  /** One reading of the components. */
  private final class Reading {

    private final Sink sink;
    private final Set<String> repeated;
    private final Set<String> codes = new HashSet<>();
    private final Optional<LantaiEad> own;

    Reading(Sink sink, Set<String> repeated, boolean ours) {
      this.sink = sink;
      this.repeated = repeated;
      this.own = ours ? Optional.of(new LantaiEad()) : Optional.empty();
    }

    void emit(EadComponent component, boolean hasParts) throws IOException {
      Optional<EntityIri> self = LantaiEad.self(component.element());
      if (own.isEmpty() || self.isEmpty()) {
        sink.row(component.row(hasParts, repeated, codes));
        return;
      }
      Optional<EntityIri> parent =
          component.parent().flatMap(above -> LantaiEad.self(above.element()));
      for (SourceRow row :
          own.get().rows(component.element(), self.get(), parent, component.place())) {
        sink.row(row);
      }
    }

    void components(SafeXml xml, EadComponent top) throws IOException, XMLStreamException {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("archdesc")) {
          parts(xml, top, false);
        }
      }
    }

    /** Reads up to the end of a component; whether it has components in it. */
    private boolean parts(SafeXml xml, EadComponent component, boolean collect)
        throws IOException, XMLStreamException {
      Map<String, Integer> positions = new HashMap<>();
      int open = 0;
      boolean hasParts = false;
      while (xml.next()) {
        if (!xml.isStart()) {
          if (open == 0) {
            return hasParts;
          }
          open--;
        } else if (xml.name().matches(COMPONENT)) {
          if (!hasParts && collect) {
            emit(component, true);
          }
          hasParts = true;
          int position = positions.merge(xml.name(), 1, Integer::sum);
          component(xml, component, position);
        } else if (TRANSPARENT.contains(xml.name())) {
          open++;
        } else if (collect) {
          component.add(xml.tree());
        } else {
          xml.skip();
        }
      }
      return hasParts;
    }

    private void component(SafeXml xml, EadComponent parent, int position)
        throws IOException, XMLStreamException {
      EadComponent component = parent.part(xml.element(), position, xml.line());
      if (!parts(xml, component, true)) {
        emit(component, false);
      }
    }
  }
}
