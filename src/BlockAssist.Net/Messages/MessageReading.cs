using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>Reads messages that may be anybody's.</summary>
internal static class MessageReading
{
    /// <summary>Reads a message and makes something of it.</summary>
    /// <returns>Null if it is no such message, or says what cannot be.</returns>
    public static TResult? TryRead<TMessage, TResult>(MessageParser<TMessage> parser, ReadOnlySpan<byte> body, Func<TMessage, TResult> make)
        where TMessage : IMessage<TMessage>
        where TResult : class
    {
        try
        {
            return make(parser.WithDiscardUnknownFields(true).ParseFrom(body));
        }
        catch (Exception error) when (error is InvalidProtocolBufferException or FormatException)
        {
            return null;
        }
    }
}
