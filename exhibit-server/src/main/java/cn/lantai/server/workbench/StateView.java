package cn.lantai.server.workbench;

import cn.lantai.server.runtime.Job;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the state page shows.
 *
 * @param csrf for the sign-out form
 * @param head the journal's last row
 * @param positions the row that each stage has reached, by its name
 * @param sizes the triples of each stage, by its name
 * @param jobs newest first
 * @param activity what the running job is busy with
 */
public record StateView(
    String user,
    String csrf,
    long head,
    Map<String, Long> positions,
    Map<String, Long> sizes,
    List<Job> jobs,
    Optional<String> activity) {}
