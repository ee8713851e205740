package io.valence.sandbox.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Answers to broken HTTP and to failures of our own, which tell nothing of their cause. */
final class Failures extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = ("HTTP " + response.getStatus() + "\n").getBytes(StandardCharsets.US_ASCII);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        boolean bodiless = request.getMethod().equals("HEAD");
        response.write(true, ByteBuffer.wrap(bodiless ? new byte[0] : body), callback);
        return true;
    }
}
