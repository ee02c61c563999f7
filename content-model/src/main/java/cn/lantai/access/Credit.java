package cn.lantai.access;

import java.util.Optional;

/**
 * What has to go along with a picture.
 *
 * @param rights the IRI of a licence or rights statement
 * @param attribution whom to name
 */
public record Credit(Optional<String> rights, Optional<String> attribution) {

  public static final Credit NONE = new Credit(Optional.empty(), Optional.empty());
}
