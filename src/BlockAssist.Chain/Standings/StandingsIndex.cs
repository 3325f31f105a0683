using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Who contributed what to a contract, and was credited what for it: a copy of its events in an SQLite file, made to be asked.</summary>
/// <remarks>
/// A <see cref="StandingsKeeper"/> fills it; meanwhile it may be asked, also by other processes. Each answer is of one moment. Throws <see cref="InvalidDataException"/> if
/// the file is damaged, after which it is built anew when the chain is read next, and <see cref="IOException"/> if it cannot be used now.
/// </remarks>
/// <param name="path">The file.</param>
/// <param name="place">Which contract.</param>
/// <param name="patience">How long another process is waited for; 30 seconds.</param>
public sealed class StandingsIndex(string path, ContractPlace place, TimeSpan? patience = null)
{
    /// <summary>Which contract.</summary>
    public ContractPlace Place { get; } = place;

    internal IndexFile File { get; } = new(path, place, patience ?? TimeSpan.FromSeconds(30));

    /// <summary>How far it is.</summary>
    public ReadUpTo UpTo() => Ask(index => index.UpTo);

    /// <summary>Standings of players.</summary>
    public StandingsPage Standings(StandingsFilter filter, Page page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(page);
        page.Check();
        return Ask(index =>
        {
            var all = new StandingsQuery(index, filter).All();
            return new StandingsPage([.. all.Skip(page.Offset).Take(page.Top).Select(standing => StandingsQuery.WithPeer(index, standing))], all.Count, index.UpTo);
        });
    }

    /// <summary>Rounds, the newest first.</summary>
    public RoundsPage Rounds(Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Check();
        return Ask(index => new RoundsPage(new RoundsQuery(index).List(page), index.Count("SELECT COUNT(*) FROM opening"), index.UpTo));
    }

    /// <summary>All of a round; null if there is none of the number.</summary>
    public RoundInFull? Round(uint number, Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Check();
        return Ask(index =>
        {
            var entries = new EntriesQuery(index, EntryColumn.Round, (long)number);
            return new RoundsQuery(index).Find(number) is { } round
                ? new RoundInFull(round, index.UpTo)
                {
                    Contributions = entries.Contributions(page),
                    Credits = entries.Credits(page),
                    CreditsTotal = entries.CreditsTotal(),
                    Batches = entries.Batches(page),
                }
                : null;
        });
    }

    /// <summary>All of an account; of one that the chain does not know, nothing.</summary>
    public PlayerProfile Profile(Address account, Page page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Check();
        return Ask(index => new ProfileQuery(index, account).Read(page));
    }

    private T Ask<T>(Func<IndexReading, T> ask) => File.Read(connection => ask(new IndexReading(connection)));
}
