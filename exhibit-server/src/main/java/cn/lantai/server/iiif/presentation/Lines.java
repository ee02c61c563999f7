package cn.lantai.server.iiif.presentation;

import cn.lantai.entity.EntityIri;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** What is written on a page, or said in a recording in one language, line by line. */
public interface Lines {

  /** Of all of it; those of its lines begin so. */
  String address();

  /** None of them has a line feed in it. */
  List<String> texts();

  /** The record that the page or the recording belongs to. */
  Optional<EntityIri> record();

  /**
   * A line as a supplementing annotation of the part of the canvas where it is.
   *
   * @param line counted from 0
   */
  JsonObjectBuilder annotation(int line);
}
