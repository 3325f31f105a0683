using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Peers;

/// <summary>What a peer does with clips: offers its own, and fetches those of others; beside all else that it does, one after the other.</summary>
/// <param name="self">Who it is.</param>
/// <param name="link">Its way to the hub.</param>
/// <param name="tools">What it works with.</param>
internal sealed class ClipPart(PeerId self, PersistentLink link, PeerTools tools) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly WorkQueue _work = new();
    private ulong _offeredIn;

    /// <summary>Offers the best of its own clips, once in a round.</summary>
    public void Offer(ulong round)
    {
        if (tools.OwnClips is not null && round != _offeredIn)
        {
            _offeredIn = round;
            _work.Add(() => TryAsync(() => OfferAsync(round, _end.Token)));
        }
    }

    /// <summary>Fetches what others shared in a round.</summary>
    public void Take(RoundRecord record)
    {
        if (tools.ForeignClips is not null && record.Clips.Any(clip => clip.Peer != self))
        {
            _work.Add(() => TryAsync(() => FetchAsync(record, _end.Token)));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _work.EndAsync().ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task OfferAsync(ulong round, CancellationToken cancellation)
    {
        var files = tools.OwnClips!.ToOffer(cancellation);
        if (files.Count == 0)
        {
            return;
        }

        var clips = new List<BlobId>();
        foreach (var file in files)
        {
            clips.Add(await link.KeepAsync(file, cancellation).ConfigureAwait(false));
            await link.SendAsync(clips[^1], cancellation).ConfigureAwait(false);
        }

        var answer = await link.TellAsync(round, PeerMessages.OfferClips(clips), cancellation).ConfigureAwait(false);
        tools.News.Report(new OfferedClips(round, clips.Count, answer.Word));
        foreach (var file in answer.IsTaken ? files : [])
        {
            File.Delete(file);
        }
    }

    private async Task FetchAsync(RoundRecord record, CancellationToken cancellation)
    {
        List<BlobId> clips = [.. record.Clips.Where(clip => clip.Peer != self).Select(clip => clip.File)];
        var sound = 0;
        foreach (var clip in clips)
        {
            try
            {
                sound += tools.ForeignClips!.Keep(record.Terms.Number, await link.FetchAsync(clip, cancellation).ConfigureAwait(false)) ? 1 : 0;
            }
            catch (HttpRequestException error)
            {
                tools.News.Report(new Trouble($"clip {clip} is not at the hub any more: {error.Message}", TimeSpan.Zero));
            }
        }

        tools.News.Report(new ClipsCame(record.Terms.Number, sound, clips.Count));
    }

    // Nobody is held up by a clip.
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            tools.News.Report(new Trouble($"clips could not be exchanged: {error.Message}", TimeSpan.Zero));
        }
    }
}
