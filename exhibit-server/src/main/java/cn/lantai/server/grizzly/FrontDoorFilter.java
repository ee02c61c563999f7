package cn.lantai.server.grizzly;

import cn.lantai.server.iiif.ImageAnswer;
import cn.lantai.server.iiif.ImageAnswers;
import cn.lantai.server.iiif.ImageQuestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.OutputSink;
import org.glassfish.grizzly.WriteHandler;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.FileCacheFilter;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a request for an image if it can be answered at once and well. Everything else goes on to
 * the container, which also says what is wrong with a request. As long as there are no images, all
 * that is not about the state of the server is answered by 503.
 *
 * <p>What is at hand is sent by the very thread that has read the request from the network, which
 * serves many clients and must never wait; for everything else one of the workers goes on.
 */
final class FrontDoorFilter extends FileCacheFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoorFilter.class);

  private static final List<String> ABOUT_THE_SERVER = List.of("/health", "/metrics");
  private static final int RETRY_SECONDS = 5;
  private static final byte[] WAIT =
      "兰台暂时不能应答，请稍候再试。\nLantai is not ready: try again in a moment.\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Consumer<BiConsumer<String, String>> common;
  private final Executor workers;
  private volatile Optional<ImageAnswers> answers = Optional.empty();

  /** Parts of the application look for what is theirs in the loader of the thread. */
  private final ClassLoader application = Thread.currentThread().getContextClassLoader();

  /**
   * @param common gives the headers that every answer carries
   * @param workers what the container works in
   */
  FrontDoorFilter(
      FileCacheFilter before, Consumer<BiConsumer<String, String>> common, Executor workers) {
    super(before.getFileCache());
    this.common = common;
    this.workers = workers;
  }

  /**
   * @param images empty if there are none at this time
   */
  void serve(Optional<ImageAnswers> images) {
    answers = images;
  }

  @Override
  public NextAction handleRead(FilterChainContext context) throws IOException {
    Optional<HttpRequestPacket> request = request(context);
    if (request.isPresent() && isAtHand(request.get())) {
      Optional<ImageAnswer> answer = answer(request.get());
      if (answer.isPresent()) {
        send(answer.get(), request.get().getResponse(), context);
        return stopWhenSent(context);
      }
    }
    // Pipelined requests may come in a thread in which one may wait.
    return isOfNetwork(Thread.currentThread(), context)
        ? goOnInAnotherThread(context, request)
        : super.handleRead(context);
  }

  /** Grizzly's own mark of such threads will not do: a stream of HTTP/2 takes it off the thread. */
  private static boolean isOfNetwork(Thread thread, FilterChainContext context) {
    return context.getConnection() instanceof NIOConnection connection
        && connection.getSelectorRunner().getRunnerThread() == thread;
  }

  private NextAction goOnInAnotherThread(
      FilterChainContext context, Optional<HttpRequestPacket> request) {
    NextAction suspended = context.getSuspendAction();
    context.suspend();
    try {
      workers.execute(() -> goOn(context, request));
    } catch (RejectedExecutionException full) {
      context.getConnection().closeSilently();
      context.completeAndRecycle();
    }
    return suspended;
  }

  private void goOn(FilterChainContext context, Optional<HttpRequestPacket> request) {
    Optional<ImageAnswer> answer = request.flatMap(this::answer);
    if (answer.isEmpty()) {
      context.resume(context.getInvokeAction());
      return;
    }
    send(answer.get(), request.get().getResponse(), context);
    whenSent(context, () -> context.resume(context.getStopAction()));
  }

  /** Empty if it is not the beginning of a request, or one that is wrong or has more to say. */
  private static Optional<HttpRequestPacket> request(FilterChainContext context) {
    return context.getMessage() instanceof HttpContent content
            && content.getHttpHeader() instanceof HttpRequestPacket request
            && content.isLast()
            && !request.getProcessingState().isError()
            && (request.getMethod() == Method.GET || request.getMethod() == Method.HEAD)
        ? Optional.of(request)
        : Optional.empty();
  }

  /** Whether the answer needs nothing for which a thread would have to wait. */
  private boolean isAtHand(HttpRequestPacket request) {
    Optional<ImageAnswers> images = answers;
    return images.isEmpty() || (isForImage(request) && images.get().isAtHand(question(request)));
  }

  private Optional<ImageAnswer> answer(HttpRequestPacket request) {
    Optional<ImageAnswers> images = answers;
    if (images.isEmpty()) {
      return wait(request);
    }
    return isForImage(request) ? answer(request, images.get()) : Optional.empty();
  }

  private static Optional<ImageAnswer> wait(HttpRequestPacket request) {
    if (ABOUT_THE_SERVER.stream().anyMatch(request.getRequestURI()::startsWith)) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageAnswer(
            503,
            List.of(
                new ImageAnswer.Header("Retry-After", Integer.toString(RETRY_SECONDS)),
                new ImageAnswer.Header("Access-Control-Allow-Origin", "*"),
                new ImageAnswer.Header("Cache-Control", "no-store"),
                new ImageAnswer.Header("Content-Type", "text/plain;charset=UTF-8")),
            request.getMethod() == Method.HEAD ? new byte[0] : WAIT,
            WAIT.length));
  }

  private static boolean isForImage(HttpRequestPacket request) {
    return request.getProtocol() == Protocol.HTTP_1_1
        && !request.isUpgrade()
        && request.getRequestURI().startsWith(ImageQuestion.ROOT);
  }

  private Optional<ImageAnswer> answer(HttpRequestPacket request, ImageAnswers images) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return images.reply(question(request)) instanceof ImageAnswer answer
              && (answer.status() == 200 || answer.status() == 304)
          ? Optional.of(answer)
          : Optional.empty();
    } catch (RuntimeException broken) {
      LOG.error("{} is left to the servlet", request.getRequestURI(), broken);
      return Optional.empty();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ImageQuestion question(HttpRequestPacket request) {
    return new ImageQuestion(
        request.getMethod().getMethodString(),
        request.getRequestURI(),
        Optional.ofNullable(request.getHeader(Header.Accept)),
        Optional.ofNullable(request.getHeader(Header.IfNoneMatch)));
  }

  private void send(ImageAnswer answer, HttpResponsePacket response, FilterChainContext context) {
    response.setStatus(HttpStatus.getHttpStatus(answer.status()));
    common.accept(response::setHeader);
    answer.forEachHeader(response::setHeader);
    if (answer.length() >= 0) {
      response.setContentLength(answer.length());
    }
    Buffer content = Buffers.wrap(context.getMemoryManager(), answer.content());
    context.write(HttpContent.builder(response).content(content).last(true).build());
    // Closes the connection if the client wants that, else begins to wait for its next request.
    context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
  }

  private static NextAction stopWhenSent(FilterChainContext context) {
    if (HttpContext.get(context).getOutputSink().canWrite()) {
      return context.getStopAction();
    }
    NextAction suspended = context.getSuspendAction();
    context.suspend();
    whenSent(context, context::completeAndRecycle);
    return suspended;
  }

  /** The next request of a client is taken only when it has taken in what it has asked for. */
  private static void whenSent(FilterChainContext context, Runnable next) {
    OutputSink output = HttpContext.get(context).getOutputSink();
    if (output.canWrite()) {
      next.run();
      return;
    }
    output.notifyCanWrite(
        new WriteHandler() {
          @Override
          public void onWritePossible() {
            next.run();
          }

          @Override
          public void onError(Throwable gone) {
            next.run();
          }
        });
  }
}
