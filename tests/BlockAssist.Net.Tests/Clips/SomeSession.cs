using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Net.Tests.Clips;

/// <summary>Sessions of somebody who builds a house.</summary>
internal static class SomeSession
{
    private static readonly SiteOptions Site = new() { Size = new(8, 8, 8), Horizon = 600 };

    /// <summary>Records a session: of another house for each number.</summary>
    public static string Record(string file, ulong number)
    {
        var room = GoalPlacement.RoomFor(Site.Size, Site.InfiniteBlocks);
        var goal = GoalPlacement.Place(HouseGenerator.Generate(room, number), Site.Size, Site.InfiniteBlocks);
        var site = new BuildSite(Site, goal);
        var header = new EpisodeHeader { Options = Site, Goal = goal, Builders = [new EpisodeBuilder(BuilderRole.Scripted, "somebody")], StepMilliseconds = 100 };
        using var recorder = new EpisodeRecorder(file, header, site);
        new PolicyRunner(site, new HumanlikeBuilder(number, HumanStyle.OfPerson(number) with { PauseShare = 0.5 })).Run(recorder);
        return file;
    }
}
