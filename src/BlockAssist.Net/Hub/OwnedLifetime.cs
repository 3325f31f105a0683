using Microsoft.Extensions.Hosting;

namespace BlockAssist.Net.Hub;

/// <summary>The lifetime of a host that is part of a program: signals are for the program, which ends it last.</summary>
public sealed class OwnedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
