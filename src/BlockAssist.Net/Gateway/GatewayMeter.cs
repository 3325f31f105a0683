using System.Collections.Frozen;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Gateway;

/// <summary>What goes through a gateway, counted since its start: to count sets no memory aside. Any thread may count and ask.</summary>
public sealed class GatewayMeter
{
    private static readonly string[] Words =
    [
        Answer.Taken.Word, Answer.Unreadable.Word, Answer.OtherRound.Word, Answer.BlobMissing.Word, Answer.TooLarge.Word, Answer.TooOften.Word, .. Enum.GetNames<RoundRefusal>(),
    ];

    private static readonly FrozenDictionary<string, int> PlaceOfWord = Words.Index().ToFrozenDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
    private static readonly RefusalReason[] Reasons = Enum.GetValues<RefusalReason>();
    private static readonly GatewayRefusal[] Causes = Enum.GetValues<GatewayRefusal>();

    private readonly long[] _answers = new long[Words.Length];
    private readonly long[] _reasons = new long[(int)Reasons.Max() + 1];
    private readonly long[] _refusals = new long[Causes.Length];
    private long _connections;
    private long _connected;
    private long _admitted;
    private long _requests;
    private long _hearing;
    private Flow _messages;
    private Flow _messageBytes;
    private Flow _blobBytes;

    /// <summary>How many connections there are.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>How many there have been.</summary>
    public long Connected => Interlocked.Read(ref _connected);

    /// <summary>How many of those were of somebody who proved a key.</summary>
    public long Handshakes => Interlocked.Read(ref _admitted);

    /// <summary>How many requests there have been.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>How many wait to hear something now.</summary>
    public long Hearing => Interlocked.Read(ref _hearing);

    /// <summary>How many envelopes came, taken or not, and how many were handed out.</summary>
    public (long In, long Out) Messages => _messages.Now();

    /// <summary>How many bytes those had.</summary>
    public (long In, long Out) MessageBytes => _messageBytes.Now();

    /// <summary>How many bytes of blobs came, and were handed out.</summary>
    public (long In, long Out) BlobBytes => _blobBytes.Now();

    /// <summary>What was refused, by why; each reason that there is.</summary>
    public IEnumerable<(string Reason, long Count)> Refusals =>
        Causes.Select(cause => ($"{cause}", Interlocked.Read(ref _refusals[(int)cause]))).Concat(Reasons.Select(reason => ($"{reason}", Interlocked.Read(ref _reasons[(int)reason]))));

    /// <summary>What the hub answered to envelopes that were let in; each word that there is.</summary>
    public IEnumerable<(string Answer, long Count)> Answers => Words.Select((word, at) => (word, Interlocked.Read(ref _answers[at])));

    internal void Connect()
    {
        Interlocked.Increment(ref _connections);
        Interlocked.Increment(ref _connected);
    }

    internal void Disconnect() => Interlocked.Decrement(ref _connections);

    internal void Prove() => Interlocked.Increment(ref _admitted);

    internal void Ask() => Interlocked.Increment(ref _requests);

    internal void BeginHearing() => Interlocked.Increment(ref _hearing);

    internal void EndHearing() => Interlocked.Decrement(ref _hearing);

    internal void TakeMessage(int bytes)
    {
        _messages.AddIn(1);
        _messageBytes.AddIn(bytes);
    }

    internal void GiveMessages(int count, int bytes)
    {
        _messages.AddOut(count);
        _messageBytes.AddOut(bytes);
    }

    internal void TakeBlob(long bytes) => _blobBytes.AddIn(bytes);

    internal void GiveBlob(long bytes) => _blobBytes.AddOut(bytes);

    internal void Refuse(GatewayRefusal why) => Interlocked.Increment(ref _refusals[(int)why]);

    internal void Refuse(RefusalReason why) => Interlocked.Increment(ref _reasons[(int)why]);

    internal void Tell(string word)
    {
        if (PlaceOfWord.TryGetValue(word, out var place))
        {
            Interlocked.Increment(ref _answers[place]);
        }
    }

    private struct Flow
    {
        private long _in;
        private long _out;

        public void AddIn(long amount) => Interlocked.Add(ref _in, amount);

        public void AddOut(long amount) => Interlocked.Add(ref _out, amount);

        public (long In, long Out) Now() => (Interlocked.Read(ref _in), Interlocked.Read(ref _out));
    }
}
