package cn.lantai.server.api;

import cn.lantai.server.command.CommandArguments;
import cn.lantai.server.command.Commands;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/**
 * Carries out the launcher's commands in the running server. The answer is a stream of server-sent
 * events: {@code line} (to be printed), {@code progress} (in the place of the one before), and at
 * the end one {@code end} with the exit status.
 */
@Path("/api/commands")
@RequestScoped
@Requires(Permission.COMMAND)
public class CommandResource {

  @Inject Commands commands;

  @POST
  @Path("{name}")
  public Response run(
      @PathParam("name") String name,
      @FormParam("argument") List<String> arguments,
      @FormParam("folder") String folder) {
    if (!commands.isKnown(name)) {
      throw Problems.of(404).exception();
    }
    if (folder == null) {
      throw Problems.of(400).exception();
    }
    CommandArguments given = new CommandArguments(arguments, java.nio.file.Path.of(folder));
    StreamingOutput answer =
        out -> {
          try (CommandEvents events = new CommandEvents(out, given)) {
            events.end(commands.run(name, events) ? 0 : 1);
          }
        };
    return Response.ok(answer, "text/event-stream;charset=UTF-8")
        .header("Cache-Control", "no-store")
        .build();
  }
}
