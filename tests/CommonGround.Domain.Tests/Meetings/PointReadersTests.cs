using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Tests.Meetings;

public sealed class PointReadersTests
{
    private readonly MeetingWorld _world = new();

    [Fact]
    public void ReadByTheManager_TheCoordinatorAndWhoeverIsBrought_AndNobodyElse()
    {
        var point = Point(MeetingWorld.Start.AddDays(1));

        Assert.Equal([_world.Amina, _world.Jonas, _world.Lena], _world.Case.ReadersOf(point, [_world.Amina, _world.Jonas, _world.Lena, _world.Doctor]));
    }

    [Fact]
    public void PutDownBeforeThereWasAManager_ReadByTheFirst_NotByASuccessor()
    {
        var point = Point(MeetingWorld.Start.AddDays(-1));
        var stefan = Successor(MeetingWorld.Start.AddDays(3));

        Assert.Equal([_world.Jonas], _world.Case.ReadersOf(point, [_world.Jonas, stefan]));
        Assert.Equal([_world.Jonas, stefan], _world.Case.ReadersOf(Point(MeetingWorld.Start.AddDays(4)), [_world.Jonas, stefan]));
    }

    private ReleasedPoint Point(DateTime at) =>
        new(Guid.CreateVersion7(), _world.Case.Id, _world.Sara.Id, _world.Sara.PersonId, null, InformationKind.Work, "Mornings work.", at);

    private Party Successor(DateTime at)
    {
        var consent = _world.Case.GiveConsent(new ConsentGiven(Guid.CreateVersion7(), PartyRole.Supervisor, new HashSet<InformationKind> { InformationKind.Contact },
            new HashSet<Purpose> { Purpose.Meeting }, null, ConsentWay.OwnPage, "words", "sv", _world.Sara.PersonId), at).Value;
        return _world.Case.Parties.Single(p => p.Id == consent.RecipientPartyId);
    }
}
