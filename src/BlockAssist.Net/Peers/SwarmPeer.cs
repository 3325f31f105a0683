using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Peers;

/// <summary>A peer in a swarm: asks for work, trains it, shows it, and trains again what others did, round after round.</summary>
/// <remarks>
/// The hub remembers what it said in a round, and says it again to who comes back; what was trained is on the disk. So a peer that was killed
/// goes on where it was, and one that was away at the end of a round hears of it later.
/// </remarks>
/// <param name="self">Who it is.</param>
/// <param name="network">Its swarm.</param>
/// <param name="tools">What it works with.</param>
/// <param name="clock">What time it is.</param>
public sealed class SwarmPeer(PeerId self, NetworkId network, PeerTools tools, TimeProvider clock)
{
    private static readonly TimeSpan AfterLack = TimeSpan.FromSeconds(20);
    private static readonly Answer[] Final = [Answer.Of(RoundRefusal.Banned), Answer.Of(RoundRefusal.Full)];

    private readonly PersistentLink _link = new(tools.Link, tools.Blobs, tools.News, clock);
    private readonly EnvelopeGate _gate = new(
        new EnvelopeGateOptions { Network = network, Limits = MessageKinds.FromHub },
        sender => sender == tools.Link.Hub ? SenderStanding.Admitted : SenderStanding.Unknown,
        clock);

    /// <summary>Takes part until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var clips = new ClipPart(self, _link, tools);
        await using (clips.ConfigureAwait(false))
        {
            await TakePartAsync(clips, cancellation).ConfigureAwait(false);
        }
    }

    private async Task TakePartAsync(ClipPart clips, CancellationToken cancellation)
    {
        var missed = new MissedRounds(self, _link, _gate, tools, clips);
        var refusedIn = 0UL;
        while (true)
        {
            var welcome = await _link.WelcomeAsync(cancellation).ConfigureAwait(false);
            await missed.CatchUpAsync(welcome.Round, cancellation).ConfigureAwait(false);
            if (await FilesOfAsync(welcome, cancellation).ConfigureAwait(false) is not { } files)
            {
                await Task.Delay(AfterLack, clock, cancellation).ConfigureAwait(false);
                continue;
            }

            tools.News.Report(new FoundSwarm(welcome, files));
            var part = new RoundPart(self, welcome.Round, files, _link, tools, clips, clock);
            await using (part.ConfigureAwait(false))
            {
                // Who is banned is so all round, nor does a lease become free: to ask again would only cost the hub a line of its log.
                var answer = welcome.Round == refusedIn ? null : await part.AskAsync(welcome.Stage, cancellation).ConfigureAwait(false);
                if (answer is { } said && Final.Contains(said))
                {
                    refusedIn = welcome.Round;
                }

                // A round in which nobody has a lease yet is not open.
                if (welcome.Stage == RoundStage.Training || answer is { IsTaken: true })
                {
                    clips.Offer(welcome.Round);
                }

                await ListenAsync(part, cancellation).ConfigureAwait(false);
            }
        }
    }

    // Null where the hub has not what the round begins with.
    private async Task<RoundFiles?> FilesOfAsync(Welcome welcome, CancellationToken cancellation)
    {
        try
        {
            var model = await _link.FetchAsync(welcome.Base, cancellation).ConfigureAwait(false);
            return new RoundFiles(model, await _link.FetchAsync(new BlobId(welcome.Recipe), cancellation).ConfigureAwait(false));
        }
        catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            tools.News.Report(new Trouble("the hub has not what the round begins with", AfterLack));
            return null;
        }
    }

    // Until the round is over, or another one is on; without a lease only until nothing is said, since there may be something to learn from by then.
    private async Task ListenAsync(RoundPart part, CancellationToken cancellation)
    {
        var after = 0;
        while (!part.IsOver)
        {
            var heard = await _link.HearAsync(part.Number, after, cancellation).ConfigureAwait(false);
            if (heard.Round != part.Number)
            {
                return;
            }

            if (heard.Envelopes.Count == 0 && part is { HasLease: false, IsBusy: false })
            {
                return;
            }

            after = heard.Next;
            foreach (var bytes in heard.Envelopes)
            {
                if (_gate.TryTake(bytes, out var envelope, out var refusal))
                {
                    await part.TakeAsync(envelope, cancellation).ConfigureAwait(false);
                }
                else
                {
                    tools.News.Report(new Trouble($"the hub said something that is not taken: {refusal}", TimeSpan.Zero));
                }
            }
        }
    }
}
