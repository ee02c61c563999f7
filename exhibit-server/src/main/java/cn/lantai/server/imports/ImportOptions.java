package cn.lantai.server.imports;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How something is to be imported.
 *
 * @param dryRun whether only the report is made
 * @param publish whether what is open is published as well
 * @param mapping for columns that are not ours
 * @param encoding of texts, if it is not to be found out
 */
public record ImportOptions(
    boolean dryRun, boolean publish, Optional<String> mapping, Optional<String> encoding) {

  static ImportOptions of(Map<String, String> parameters) {
    return new ImportOptions(
        Boolean.parseBoolean(parameters.get(IngestJob.DRY_RUN)),
        Boolean.parseBoolean(parameters.get(IngestJob.PUBLISH)),
        Optional.ofNullable(parameters.get(IngestJob.MAPPING)),
        Optional.ofNullable(parameters.get(IngestJob.ENCODING)));
  }

  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put(IngestJob.DRY_RUN, Boolean.toString(dryRun));
    parameters.put(IngestJob.PUBLISH, Boolean.toString(publish));
    mapping.ifPresent(name -> parameters.put(IngestJob.MAPPING, name));
    encoding.ifPresent(name -> parameters.put(IngestJob.ENCODING, name));
    return parameters;
  }
}
