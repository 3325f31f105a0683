using BlockAssist.Net.Identities;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Hub.Grains;

/// <summary>A coordinator as a grain: Orleans sees to it that there is one, and brings it back on another silo when its own dies.</summary>
/// <param name="open">Makes the coordinator, which then goes on where the log ends.</param>
/// <param name="host">The silo's process: once that ends nobody is heard any more, so time must not run out for anybody.</param>
/// <param name="clock">What time it is.</param>
/// <param name="log">Where it says that it is here.</param>
internal sealed partial class CoordinatorGrain(Func<Coordinator> open, IHostApplicationLifetime host, TimeProvider clock, ILogger<CoordinatorGrain> log) : Grain, ICoordinatorGrain
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    private readonly Coordinator _coordinator = open();
    private readonly AbsenceWatch _absence = new(clock);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await _coordinator.StartAsync(cancellationToken);
        await _coordinator.ResumeAsync(cancellationToken);
        this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(Beat, Beat) { KeepAlive = true });
        IsHere(log);
    }

    public Task<byte[]> WelcomeAsync() => Task.FromResult(_coordinator.Welcome());

    public async Task<string> TellAsync(byte[] envelope)
    {
        await ResumeAfterAbsenceAsync(CancellationToken.None);
        return (await _coordinator.TellAsync(envelope, CancellationToken.None)).Word;
    }

    public Task<byte[]> HearAsync(byte[] peer, ulong round, int after) => Task.FromResult(_coordinator.Hear(new PeerId(peer), round, after));

    public Task<byte[]?> RecordAsync(ulong round) => _coordinator.RecordAsync(round, CancellationToken.None);

    public Task<byte[]> NewsAsync(long version) => Task.FromResult(_coordinator.NewsSince(version).ToBytes());

    public Task<byte[]> KeptAsync() => Task.FromResult(_coordinator.Kept());

    public Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation) => Task.FromResult(_coordinator.LeaseWork());

    public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => Task.FromResult(_coordinator.BeatWork(token));

    // What has arrived is written down whole, whoever still waits for it.
    public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation) => _coordinator.FinishWorkAsync(token, kind, body, CancellationToken.None);

    private async Task TickAsync(CancellationToken cancellation)
    {
        if (!host.ApplicationStopping.IsCancellationRequested)
        {
            await ResumeAfterAbsenceAsync(cancellation);
            await _coordinator.TickAsync(cancellation);
        }
    }

    private async Task ResumeAfterAbsenceAsync(CancellationToken cancellation)
    {
        if (_absence.WasAway())
        {
            WasAway(log);
            await _coordinator.ResumeAsync(cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The rounds of the swarm are driven here from now on")]
    private static partial void IsHere(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This machine slept, or its clock was set forward: who takes part in the round has at least as long from now on as one is waited for")]
    private static partial void WasAway(ILogger log);
}
