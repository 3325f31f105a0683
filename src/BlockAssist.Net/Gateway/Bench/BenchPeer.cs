using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Gateway.Bench;

/// <summary>A peer that says all that peers say in a round, signed and over TLS, and has learnt nothing: its update is noise.</summary>
internal sealed class BenchPeer : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly PeerIdentity _identity;
    private readonly SwarmLink _link;
    private readonly BlobStore _store;
    private readonly EnvelopeGate _gate;
    private readonly int _number;
    private Welcome? _welcome;
    private Lease? _lease;
    private IReadOnlyList<SegmentMark> _marks = [];
    private BlobId _update;
    private int _after;

    /// <param name="number">Its number, from 1 on.</param>
    /// <param name="hub">Where the hub is.</param>
    /// <param name="folder">Where its blobs are.</param>
    /// <param name="clock">What time it is.</param>
    public BenchPeer(int number, SwarmAddress hub, string folder, TimeProvider clock)
    {
        using var phrase = RecoveryPhrase.Create();
        (_number, _identity) = (number, PeerIdentity.Of(phrase));
        _link = new SwarmLink(hub, _identity, new EnvelopeWriter(_identity, BenchHub.Network, MessageKinds.FromPeers, clock), clock);
        _store = new BlobStore(folder, new BlobLimits(), clock);
        _gate = new EnvelopeGate(
            new EnvelopeGateOptions { Network = BenchHub.Network, Limits = MessageKinds.FromHub },
            sender => sender == hub.Hub ? SenderStanding.Admitted : SenderStanding.Unknown,
            clock);
    }

    /// <summary>Asks where the swarm is; for the first time this dials, too.</summary>
    public async Task WelcomeAsync(CancellationToken cancellation) => _welcome = await _link.WelcomeAsync(cancellation).ConfigureAwait(false);

    /// <summary>Asks for work.</summary>
    public Task AskLeaseAsync(CancellationToken cancellation) => TellAsync(PeerMessages.AskLease(stepsASecond: 1), cancellation);

    /// <summary>Listens until there is work.</summary>
    public Task HearLeaseAsync(CancellationToken cancellation) => HearAsync(
        said =>
        {
            _lease = (said as GrantLease)?.Lease;
            return _lease is not null;
        },
        cancellation);

    /// <summary>Fetches the model of the round.</summary>
    public Task FetchModelAsync(CancellationToken cancellation) => _link.FetchAsync(_welcome!.Base, _store, cancellation);

    /// <summary>Commits to an update of noise.</summary>
    /// <param name="bytes">How large that is.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task CommitAsync(int bytes, CancellationToken cancellation)
    {
        var lease = _lease!;
        var digest = Digest.Of("bench/segment/", BitConverter.GetBytes(_number));
        _marks = [.. Enumerable.Range(0, lease.Segments).Select(segment => new SegmentMark(digest, digest, segment))];
        _update = await _store.PutAsync(Bytes(_number, bytes), cancellation).ConfigureAwait(false);
        await TellAsync(PeerMessages.Commit(new Commitment(SegmentChain.EndOf(lease, _marks), lease.Segments, _update, bytes, 100, "cpu")), cancellation).ConfigureAwait(false);
    }

    /// <summary>Listens until the hub wants to see what was committed to.</summary>
    public Task HearRevealAsync(CancellationToken cancellation) => HearAsync(said => said is AskToReveal, cancellation);

    /// <summary>Sends the update.</summary>
    public Task SendUpdateAsync(CancellationToken cancellation) => _link.SendAsync(_update, _store, cancellation);

    /// <summary>Shows the segments.</summary>
    public Task RevealAsync(CancellationToken cancellation) => TellAsync(PeerMessages.Reveal(new Revelation(_marks)), cancellation);

    /// <inheritdoc/>
    public void Dispose()
    {
        _link.Dispose();
        _identity.Dispose();
    }

    /// <summary>Bytes that no two numbers share.</summary>
    internal static byte[] Bytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private async Task TellAsync(Message message, CancellationToken cancellation)
    {
        var answer = await _link.TellAsync(_welcome!.Round, message, cancellation).ConfigureAwait(false);
        if (!answer.IsTaken)
        {
            throw new InvalidDataException($"the hub does not take what peer {_number} says: {answer.Word}");
        }
    }

    private async Task HearAsync(Func<RoundCommand, bool> isAwaited, CancellationToken cancellation)
    {
        for (var isThere = false; !isThere;)
        {
            var heard = await _link.HearAsync(_welcome!.Round, _after, Wait, cancellation).ConfigureAwait(false);
            _after = heard.Next;
            foreach (var bytes in heard.Envelopes)
            {
                isThere |= _gate.TryTake(bytes, out var envelope, out _)
                    && HubMessages.Read(envelope.Kind, _identity.Id, envelope.Body.Span) is { } said
                    && isAwaited(said);
            }
        }
    }
}
