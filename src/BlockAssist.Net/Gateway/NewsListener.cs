namespace BlockAssist.Net.Gateway;

/// <summary>Somebody who waits for something new; what is new while nobody waits is not lost.</summary>
/// <param name="end">Called when it does not listen any more.</param>
internal sealed class NewsListener(Action<NewsListener> end) : IDisposable
{
    private readonly SemaphoreSlim _news = new(0);

    /// <summary>There is something new.</summary>
    public void Wake() => _news.Release();

    /// <summary>Waits until there is something new since it was last told, or for so long.</summary>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    public async Task WaitAsync(TimeSpan most, CancellationToken cancellation)
    {
        await _news.WaitAsync(most, cancellation).ConfigureAwait(false);
        while (await _news.WaitAsync(TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false))
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end(this);
        _news.Dispose();
    }
}
