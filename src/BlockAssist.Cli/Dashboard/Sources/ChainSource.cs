using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Standings;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Contributions of a node: how far they are on their way, and who contributed what.</summary>
/// <remarks>The chain is asked seldom, and not for long; what was known before is answered meanwhile.</remarks>
/// <param name="context">Where the home is.</param>
internal sealed class ChainSource(CommandContext context) : IDisposable
{
    private const int MostLines = 25;

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ChainFolder _folder = ChainFolder.Of(context.Home);
    private readonly SemaphoreSlim _turn = new(1);
    private FileStamp _seen;
    private long? _asked;
    private ChainPage? _page;
    private StandingsIndex? _index;

    private TimeProvider Clock => context.Surroundings.Clock;

    /// <summary>How far contributions are.</summary>
    public async Task<ChainPage> ReadAsync(CancellationToken cancellation)
    {
        await AskAsync(cancellation);
        return _page!;
    }

    /// <summary>Who contributed what; null before anything was.</summary>
    public async Task<StandingsPage?> StandingsAsync(Paging paging, CancellationToken cancellation)
    {
        await AskAsync(cancellation);
        return _index?.Standings(new StandingsFilter(), new Page(paging.Top, paging.Offset));
    }

    /// <summary>By what it is seen that something of it has changed. What is made of it by asking is left out.</summary>
    public FileStamp Stamp() => FileStamp.OfAll(_folder.ConsentFile, _folder.SettingsFile, _folder.AccountFile, _folder.HubFile, _folder.Ledger, _folder.Outbox, _folder.Outbox + "-wal");

    /// <summary>Says whether contributions are recorded.</summary>
    public void Consent(bool isGiven)
    {
        new GameConsent(context).Decide(isGiven);
        _asked = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task AskAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // A ledger of one's own costs nothing to be asked again, as long as it is the same.
            var seen = Stamp();
            if (_page is null || _asked is not { } asked || (seen != _seen || !IsOwn) && Clock.GetElapsedTime(asked) > BetweenQuestions)
            {
                (_seen, _asked) = (seen, Clock.GetTimestamp());
                using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                end.CancelAfter(Patience);
                await LookAsync(end.Token);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsOwn => !File.Exists(_folder.SettingsFile) && File.Exists(_folder.Ledger);

    private async Task LookAsync(CancellationToken cancellation)
    {
        var faults = new Faults();
        ChainReport? report = null;
        if (File.Exists(_folder.Outbox))
        {
            report = await TryAsync(faults, () => ChainView.OfAsync(context, cancellation));
            _index = await TryAsync(faults, () => StandingsView.ReadAsync(context, cancellation)) ?? _index;
        }

        var lines = report is { Contract.Length: > 0 } ? faults.Try(() => Lines(report), []) : [];
        _page = new ChainPage(faults.Try(() => Contributing.Consent.In(context.Home)?.Records, null), report, lines) { Faults = faults.Lines };
    }

    private List<OutboxLine> Lines(ChainReport report)
    {
        using var outbox = new Outbox(_folder.Outbox);
        var place = new ContractPlace(report.ChainId, Chain.Values.Address.Parse(report.Contract));
        return
        [
            .. from state in Enum.GetValues<DeliveryState>()
               from delivery in outbox.Find(place, state, MostLines)
               select new OutboxLine(
                   $"{delivery.Work.Kind}", $"{delivery.Work.Demonstrations}", $"{delivery.State}", delivery.Submitted?.Round, delivery.Height > 0 ? delivery.Height : null, delivery.Trouble),
        ];
    }

    private static async Task<T?> TryAsync<T>(Faults faults, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (OperationCanceledException)
        {
            faults.Add("the chain does not answer in time");
        }
        catch (Exception error) when (Faults.IsOfFiles(error))
        {
            faults.Add(Failure.Of(error).Line);
        }

        return null;
    }
}
