using System.Numerics;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Settings;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>The land behind the menu: a finished house in the evening, around which the view turns slowly.</summary>
internal sealed class MenuLand : IStage
{
    private const uint LandSeed = 11;
    private const ulong HouseSeed = 70;
    private const float DegreesASecond = 2.5f;
    private const float Distance = 15;
    private const float Above = 6.5f;

    // No tree is nearer: none comes between the view and the house.
    private const int Clearing = 21;

    // So much the house is right of the middle: the menu is on the left.
    private const float Aside = -18;

    private static readonly GridSize Site = new(11, 10, 10);

    private readonly SceneRenderer _scene;
    private readonly Vector3 _middle;
    private float _turned = 205;
    private float _seconds;
    private bool _stands;

    /// <summary>Lays it out.</summary>
    public MenuLand(IGameWindow window, TimeProvider clock, int threads)
    {
        var place = Place.Create(Site, LandSeed);
        Build(place);
        _middle = new Vector3(place.Frame.Origin.X + (Site.Width / 2f), place.Frame.Origin.Y + 4, place.Frame.Origin.Z + (Site.Depth / 2f));
        _scene = new SceneRenderer(window, place.World, clock, threads);
    }

    /// <inheritdoc/>
    public bool HoldsCursor => false;

    /// <inheritdoc/>
    public void Apply(GameSettings settings)
    {
        _stands = settings.Hud.ReducedMotion;
        _scene.Visibility = settings.Video.ViewDistance;
    }

    /// <inheritdoc/>
    public void Handle(in InputEvent happened)
    {
    }

    /// <inheritdoc/>
    public void Release()
    {
    }

    /// <inheritdoc/>
    public void Advance(double seconds)
    {
        if (!_stands)
        {
            _seconds += (float)seconds;
            _turned = (_turned + (DegreesASecond * (float)seconds)) % 360;
        }
    }

    /// <inheritdoc/>
    public void DrawScene()
    {
        var turn = float.DegreesToRadians(_turned);
        var eye = _middle + new Vector3(Distance * MathF.Sin(turn), Above, -Distance * MathF.Cos(turn));
        _scene.Draw(new SceneFrame
        {
            Camera = new Camera { Place = eye, Yaw = _turned + Aside, Pitch = 17 },
            Daytime = new Daytime(17.35f),
            Seconds = _seconds,
        });
    }

    /// <inheritdoc/>
    public void DrawHud(HudBatch batch)
    {
    }

    /// <inheritdoc/>
    public void Dispose() => _scene.Dispose();

    private static void Build(Place place)
    {
        Clear(place);
        var house = HouseGenerator.Generate(new GridSize(9, 8, 8), HouseSeed);
        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            var at = place.Frame.ToWorld(house.Size.PosOf(cell) + new BlockPos(1, 1, 1));
            if (house[cell] != Block.Air || place.World[at] != Material.Air)
            {
                place.World.Set(at, (Material)house[cell]);
            }
        }

        new SkyLight(place.World).Spread();
    }

    private static void Clear(Place place)
    {
        var middle = place.Frame.ToWorld(new BlockPos(Site.Width / 2, 0, Site.Depth / 2));
        for (var cell = 0; cell < place.World.Size.Volume; cell++)
        {
            var at = place.World.Size.PosOf(cell);
            var (x, z) = (at.X - middle.X, at.Z - middle.Z);
            // A crown reaches farther than its trunk.
            var reach = place.World[at] switch { Material.Log => Clearing, Material.Leaves => Clearing + 3, _ => 0 };
            if ((x * x) + (z * z) < reach * reach)
            {
                place.World.Set(at, Material.Air);
            }
        }
    }
}
