using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Play;

/// <summary>Says why something was not done.</summary>
internal static class RejectionText
{
    /// <summary>The reason, as a sentence; null where anybody sees it for themselves.</summary>
    public static string? Of(Rejection rejection) => rejection switch
    {
        Rejection.OutsideSite => "Only the site is built on.",
        Rejection.Unbreakable => "Bedrock stays.",
        Rejection.OwnBody => "You stand there yourself.",
        Rejection.OtherBody => "The assistant stands there.",
        Rejection.NotPlaceable => "There is no block in hand.",
        Rejection.NoSupport => "No block is beside it.",
        Rejection.NotAllowed => "The rules do not allow that.",
        Rejection.NotInBlueprint => "The blueprint has nothing missing there.",
        Rejection.ChangedSince => "Somebody changed that since.",
        Rejection.NothingToUndo => "There is nothing to take back.",
        _ => null,
    };
}
