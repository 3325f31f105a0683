using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace BlockAssist.Tests.Shared;

/// <summary>Waits for what will be so soon, and fails where it is not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits until something is so.</summary>
    public static Task IsSoAsync(Func<bool> isSo, TimeSpan? longest = null, [CallerArgumentExpression(nameof(isSo))] string what = "") =>
        IsSoAsync(() => Task.FromResult(isSo()), longest, what);

    /// <inheritdoc cref="IsSoAsync(Func{bool}, TimeSpan?, string)"/>
    public static async Task IsSoAsync(Func<Task<bool>> isSo, TimeSpan? longest = null, [CallerArgumentExpression(nameof(isSo))] string what = "")
    {
        var (began, limit) = (Stopwatch.GetTimestamp(), longest ?? Usual);
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < limit, $"not within {limit}: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
