using System.Globalization;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Game.Commands;

/// <summary>Commands about where one is, when it is, and what one sees.</summary>
internal static class PlaceCommands
{
    private const double Noon = 12;
    private const double Midnight = 0;

    /// <summary>All of them.</summary>
    public static IEnumerable<SessionCommand> Of(BuildSession session, Action<double> setHour) =>
    [
        new("tp", "x y z", "Puts you somewhere, counted from the corner of the site as F3 shows it.", words => Put(session, words)),
        new("time", "set day|night|hour", "Sets the time of day, in hours from 0 to 24.", words => SetTime(setHour, words))
        {
            Words = place => place switch { 0 => ["set"], 1 => ["day", "night"], _ => [] },
        },
        new("layer", "number|all", "Shows the blueprint up to a layer, or all of it.", words => ShowLayer(session, words)) { Words = place => place == 0 ? ["all"] : [] },
    ];

    private static CommandAnswer? Put(BuildSession session, string[] words)
    {
        if (words.Length != 3 || Words.Number(words[0]) is not { } x || Words.Number(words[1]) is not { } y || Words.Number(words[2]) is not { } z)
        {
            return null;
        }

        // A whole number is the middle of a cell.
        var feet = session.Frame.ToWorld(new Location(Middle(words[0], x), y, Middle(words[2], z)));
        if (!session.World.Size.Contains(feet.Cell))
        {
            return CommandAnswer.No("That is not in this land.");
        }

        if (!session.Body.Fits(feet))
        {
            return CommandAnswer.No("There is no room to stand.");
        }

        session.Body.Put(feet);
        return CommandAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"You are at {x:0.#} {y:0.#} {z:0.#}. The recording says that you were put there."));
    }

    private static double Middle(string word, double value) => Words.Whole(word) is null ? value : value + 0.5;

    private static CommandAnswer? SetTime(Action<double> setHour, string[] words)
    {
        var hour = words is not ["set", var when] ? null : when switch { "day" => Noon, "night" => Midnight, _ => Words.Number(when) };
        if (hour is not (>= 0 and <= 24 and { } wanted))
        {
            return null;
        }

        setHour(wanted % 24);
        return CommandAnswer.Done(string.Create(CultureInfo.InvariantCulture, $"It is {(int)wanted % 24}:{(int)(60 * (wanted % 1)):00}."));
    }

    private static CommandAnswer? ShowLayer(BuildSession session, string[] words)
    {
        var highest = session.Site.Size.Height - 1;
        switch (words)
        {
            case ["all"]:
                session.Layers = LayerFilter.All;
                return CommandAnswer.Done("All layers are shown.");
            case [var word] when Words.Whole(word) is { } layer:
                if (layer < 0 || layer > highest)
                {
                    return CommandAnswer.No($"The layers are 0 to {highest}.");
                }

                session.Layers = new LayerFilter(LayerMode.Below, layer);
                return CommandAnswer.Done($"The blueprint is shown up to layer {layer} of {highest}.");
            default:
                return null;
        }
    }
}
