package cn.lantai.server.grizzly;

import cn.lantai.server.iiif.ImageAnswers;
import cn.lantai.server.runtime.CommonHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.grizzly.IOStrategy;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.server.FileCacheFilter;
import org.glassfish.grizzly.strategies.SameThreadIOStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the HTTP server answer for images that anybody may see and that only have to be copied: what
 * the container does for a request, authentication above all, costs many times what a tile does.
 * And while the application starts or stops, when the container knows only that something is wrong,
 * it says that one has to wait.
 */
@ApplicationScoped
public class FrontDoor {

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

  @Inject Instance<ImageAnswers> answers;
  @Inject CommonHeaders headers;

  private final List<FrontDoorFilter> filters = new ArrayList<>();
  private final List<Runnable> undo = new ArrayList<>();

  /** From now on readers are asked to wait. */
  public void open() {
    try {
      for (Transport transport : HttpListeners.transports()) {
        if (transport.getProcessor() instanceof FilterChain chain) {
          takePlace(chain, transport);
        }
      }
    } catch (ReflectiveOperationException | LinkageError | RuntimeException otherServer) {
      LOG.info("Images are answered by their servlet alone: {}", otherServer.toString());
    }
  }

  /** To be called when the public stage can be read. */
  public void serve() {
    if (!filters.isEmpty()) {
      Optional<ImageAnswers> images = Optional.of(answers.get());
      filters.forEach(filter -> filter.serve(images));
    }
  }

  /** Readers are asked to wait again. */
  public void pause() {
    filters.forEach(filter -> filter.serve(Optional.empty()));
  }

  public void close() {
    undo.forEach(Runnable::run);
    undo.clear();
    filters.clear();
  }

  /** A filter takes the place of another, for requests under way count the filters. */
  private void takePlace(FilterChain chain, Transport transport) {
    for (int i = 0; i < chain.size(); i++) {
      int place = i;
      if (chain.get(i) instanceof FileCacheFilter before) {
        FrontDoorFilter filter =
            new FrontDoorFilter(before, headers::give, transport.getWorkerThreadPool());
        IOStrategy strategy = transport.getIOStrategy();
        chain.set(place, filter);
        // From here on the filter decides which requests need a thread of their own.
        transport.setIOStrategy(SameThreadIOStrategy.getInstance());
        filters.add(filter);
        undo.add(
            () -> {
              transport.setIOStrategy(strategy);
              chain.set(place, before);
            });
      }
    }
  }
}
