using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>One to four times are proposed; others may add theirs up to <see cref="Meeting.MostTimes"/>.</summary>
public sealed record TimesMissing : Error;

public sealed record TooManyTimes : Error;

public sealed record TimeHasPassed : Error;

public sealed record SameTimeTwice : Error;

public sealed record LengthOutOfRange : Error;

/// <summary>Times are not asked about now: one is agreed, or the meeting is over.</summary>
public sealed record TimesNotOpen : Error;

/// <summary>A time that is no longer, or never was, among those proposed.</summary>
public sealed record NoSuchTime : Error;

/// <summary>Each answers for themselves; only the coordinator enters what someone else said.</summary>
public sealed record NotYoursToAnswer : Error;

public sealed record NotInMeeting : Error;

public sealed record AlreadyInvited : Error;

/// <summary>Whoever has two parts comes in one of them.</summary>
public sealed record InvitedOnce : Error;

/// <summary>Once times are out, only someone whom the citizen brings joins (need N22).</summary>
public sealed record OnlyCompanionsJoinLater : Error;

/// <summary>The coordinator chairs: this is theirs to do.</summary>
public sealed record OnlyTheChair : Error;

public sealed record MeetingNotAgreed : Error;

public sealed record MeetingNotUnderWay : Error;

public sealed record MeetingPaused : Error;

/// <summary>Ended or cancelled: what it left does not change.</summary>
public sealed record MeetingOver : Error;

/// <summary>The citizen stopped for today: only they take it up again, or a new time is found (need N69).</summary>
public sealed record StoppedByCitizen : Error;

public sealed record NotYoursToPause : Error;

public sealed record NoSuchAgendaPoint : Error;

public sealed record WordsMissing : Error;

public sealed record WordsTooLong : Error;

/// <summary>The board is read by a workplace: only work, environment and plan are put on it.</summary>
public sealed record KindNotForBoard(InformationKind Kind) : Error;

/// <summary>Each writes on their own side; the coordinator also for others, as they said it.</summary>
public sealed record NotYourSide : Error;

/// <summary>Nothing without one owner (need N63).</summary>
public sealed record OwnerMissing : Error;

public sealed record OwnerNotInMeeting : Error;

public sealed record DateMissing : Error;

public sealed record ReviewedBeforeItStarts : Error;

public sealed record WorkRangeOutOfBounds : Error;

/// <summary>The coordinator and a companion have no yes to give.</summary>
public sealed record HasNoYes : Error;

public sealed record NotYoursToAgree : Error;

/// <summary>What must be mended before the meeting can end.</summary>
public sealed record AgreementsNotReady(IReadOnlyList<Lack> Lacks) : Error;
