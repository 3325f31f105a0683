namespace BlockAssist.Cli.Contributing;

/// <summary>The ledger that a hub had when this node first asked: it does not put another in its place unnoticed.</summary>
/// <param name="Hub">The hub.</param>
/// <param name="Ledger">Its ledger.</param>
internal sealed record KnownHubLedger(string Hub, LedgerPlace Ledger);
