namespace CommonGround.Domain.Sharing;

/// <summary>A row that says itself whom it is about, so that showing it can be logged before there is a case.</summary>
public interface IAboutPerson
{
    Guid PersonId { get; }
}
