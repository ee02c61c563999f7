package cn.lantai.date;

import cn.lantai.entity.GraphReader;
import cn.lantai.entity.GraphWriter;
import cn.lantai.ontology.Rico;
import cn.lantai.ontology.Terms;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.datatypes.BaseDatatype;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Property;

/**
 * A date as the document or the source writes it, and as EDTF. At least one of the two is there; an
 * EDTF value is never guessed from the wording: it is read from it only if the words allow no other
 * reading.
 */
public record HistoricalDate(Optional<String> expressed, Optional<EdtfDate> edtf) {

  private static final ChineseDateReader READER = new ChineseDateReader();
  private static final RDFDatatype EDTF = new BaseDatatype(Terms.EDTF);

  public HistoricalDate {
    expressed = expressed.map(String::strip).filter(text -> !text.isEmpty());
    if (expressed.isEmpty() && edtf.isEmpty()) {
      throw new IllegalArgumentException("A date needs its wording or an EDTF value");
    }
  }

  public static HistoricalDate of(EdtfDate edtf) {
    return new HistoricalDate(Optional.empty(), Optional.of(edtf));
  }

  /** A date in words, with the EDTF value if the words alone give one for certain. */
  public static HistoricalDate ofWording(String expressed) {
    return new HistoricalDate(Optional.of(expressed), READER.read(expressed).certain());
  }

  /** Whether the EDTF value is just what the words say, so that reading them gives it again. */
  public boolean isReadFromWording() {
    return edtf.isPresent()
        && expressed.flatMap(words -> READER.read(words).certain()).equals(edtf);
  }

  /** What the words say, if it is certain and no day of it can be meant by the EDTF value. */
  public Optional<EdtfDate> disagreement() {
    return edtf.flatMap(
        value ->
            expressed
                .flatMap(words -> READER.read(words).certain())
                .filter(said -> !said.overlaps(value)));
  }

  /** Writes the date as a part of the subject, under {@code fragment}. */
  public void write(GraphWriter subject, Property link, String fragment) {
    GraphWriter date = subject.part(link, fragment, Rico.Date);
    date.string(Rico.expressedDate, expressed);
    edtf.ifPresent(
        value -> {
          date.literal(Rico.normalizedDateValue, value.value(), EDTF);
          value
              .earliest()
              .ifPresent(
                  day -> date.literal(Rico.beginningDate, lexical(day), XSDDatatype.XSDdate));
          value
              .latest()
              .ifPresent(day -> date.literal(Rico.endDate, lexical(day), XSDDatatype.XSDdate));
        });
  }

  /** xsd:date knows no plus in front of years beyond 9999. */
  private static String lexical(LocalDate day) {
    return day.toString().replaceFirst("^\\+", "");
  }

  public static Optional<HistoricalDate> read(GraphReader subject, Property link) {
    return subject.part(link).flatMap(HistoricalDate::read);
  }

  private static Optional<HistoricalDate> read(GraphReader date) {
    Optional<String> expressed = date.string(Rico.expressedDate);
    Optional<EdtfDate> edtf = date.string(Rico.normalizedDateValue).map(EdtfDate::parse);
    return expressed.isEmpty() && edtf.isEmpty()
        ? Optional.empty()
        : Optional.of(new HistoricalDate(expressed, edtf));
  }
}
