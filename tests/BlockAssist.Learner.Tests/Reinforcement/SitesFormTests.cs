using BlockAssist.Learner.Reinforcement;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Learner.Tests.Reinforcement;

/// <summary>Sites under way, as a peer may show them that means harm.</summary>
public sealed class SitesFormTests
{
    private static readonly ProposerOptions Options = new() { Site = new SiteOptions { Size = new(6, 6, 6) } };

    private readonly Proposer _proposer = new(Options);
    private readonly SolverSite _site = new(Options.Site, memory: 4);

    [Fact]
    public void What_was_written_is_read()
    {
        var form = Form();

        SitesForm.Parse(form.ToBytes()).Into([new SolverSite(Options.Site, 4)], new Proposer(Options), Options.Site);
    }

    [Fact]
    public void What_is_beyond_what_there_is_is_refused_at_once_and_not_when_it_is_used()
    {
        var form = Form();
        var site = form.Sites[0];

        Assert.All(
            [site with { Kind = (ProposalKind)99 }, site with { Level = 0 }, site with { Level = ProposerOptions.HardestLevel + 1 }, site with { Steps = 0 }, site with { Actions = [int.MaxValue] }],
            wrong => Refuses(form with { Sites = [wrong] }));
        Refuses(form with { Sites = [null!] });
    }

    private void Refuses(SitesForm form) => Assert.Throws<FormatException>(() => SitesForm.Parse(form.ToBytes()).Into([_site], _proposer, Options.Site));

    private SitesForm Form()
    {
        _site.Begin(_proposer.Propose());
        _site.Repeat([0, 0]);
        return SitesForm.Of([_site], _proposer);
    }
}
