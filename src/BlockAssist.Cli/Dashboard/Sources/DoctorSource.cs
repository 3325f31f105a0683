using System.Text.Json;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>What works on this machine: what <c>doctor</c> says in a process of its own, which loads all that it tries.</summary>
/// <param name="home">The home.</param>
/// <param name="clock">The clock.</param>
internal sealed class DoctorSource(NodeHome home, TimeProvider clock) : IDisposable
{
    /// <summary>How long it may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan HoldsFor = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1);
    private Diagnosis? _known;
    private long _looked;

    /// <summary>What it says, or said some minutes ago.</summary>
    /// <exception cref="ForeseenException">It says nothing.</exception>
    public async Task<Diagnosis> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_known is null || clock.GetElapsedTime(_looked) > HoldsFor)
            {
                _known = await ExamineAsync(cancellation);
                _looked = clock.GetTimestamp();
            }

            return _known;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Diagnosis> ExamineAsync(CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(Patience);
        var (_, said, _) = await OwnProcess.RunAsync(OwnProcess.Start(["doctor", "--json"], new Dictionary<string, string> { [KnownVariables.Home] = home.Path }), end.Token);
        try
        {
            return JsonSerializer.Deserialize(said, DiagnosisJson.Default.Diagnosis) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ForeseenException("doctor says nothing that can be read", "Look yourself: blockassist doctor.");
        }
    }
}
