using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Lets in who knows the token; who does not waits, one after the other.</summary>
/// <param name="options">The token, and how long.</param>
/// <param name="clock">The clock.</param>
internal sealed class TokenGate(DashboardOptions options, TimeProvider clock) : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int MostWaiting = 8;

    private readonly SemaphoreSlim _turn = new(1);
    private int _waiting;

    /// <summary>Whether a request has the token.</summary>
    /// <returns>The status that refuses it; null if it is let in.</returns>
    public async Task<int?> RefusalOfAsync(HttpContext context)
    {
        var said = context.Request.Headers[HeaderNames.Authorization];
        if (options.Token is not { } token || said is not [{ } header] || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return StatusCodes.Status401Unauthorized;
        }

        // Whoever guesses many at once learns nothing of most of them.
        if (Volatile.Read(ref _waiting) >= MostWaiting)
        {
            return StatusCodes.Status429TooManyRequests;
        }

        if (token.Is(header[Scheme.Length..]))
        {
            return null;
        }

        await WaitAsync(context.RequestAborted);
        return StatusCodes.Status401Unauthorized;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task WaitAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                await Task.Delay(options.WrongTokenPause, clock, CancellationToken.None);
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
