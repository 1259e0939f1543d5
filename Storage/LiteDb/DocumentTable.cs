namespace AsyncBot.Storage.LiteDb;

/// <summary>The documents of the file and the entries by which slices find them.</summary>
internal sealed class DocumentTable(DatabaseFile file, Memory memory)
{
    /// <exception cref="DocumentDamagedException">It is not what was written.</exception>
    public DocumentState? Find(string key, string kind, string id)
    {
        if (memory.Find(key) is { } known)
            return known;
        if (memory.IsAbsent(key))
            return null;
        if (file.Read(DatabaseFile.Documents, key) is { } row)
            return Remember(Rows.Document(row), kind, id);
        memory.KeepAbsent(key);
        return null;
    }

    /// <summary>Reads those that are not remembered, all at once, which costs a quarter of reading each.</summary>
    public void Remember(IReadOnlyList<string> keys)
    {
        var missing = keys.Where(key => memory.Find(key) is null && !memory.IsAbsent(key)).ToHashSet(StringComparer.Ordinal);
        if (missing.Count < 2)
            return;
        var found = file.Read(DatabaseFile.Documents, missing).ConvertAll(Rows.Document);
        if (found.Exists(read => !read.Body.IsWhole))
            return; // whoever looks for it alone is told
        found.ForEach(memory.Keep);
        missing.ExceptWith(found.Select(read => read.Body.Key));
        foreach (var key in missing)
            memory.KeepAbsent(key);
    }

    public SliceMemory Query(WorkspaceId workspace, string kind, string run, Slice slice, (string From, string To) range)
    {
        var ids = file.KeysBetween(DatabaseFile.Entries, range.From, range.To, slice.Newest, slice.Take).ConvertAll(Keys.IdIn);
        var found = new Dictionary<string, DocumentState>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var key in ids.Select(id => Keys.Document(workspace, kind, id)))
            if (memory.Find(key) is { } known)
                found[key] = known;
            else
                missing.Add(key);

        if (missing.Count > 0)
            foreach (var row in file.Read(DatabaseFile.Documents, missing))
            {
                var read = Rows.Document(row);
                found[read.Body.Key] = Remember(read, kind, Keys.IdIn(read.Body.Key));
            }
        var given = new SliceMemory(slice, ids.ConvertAll(id => found.TryGetValue(Keys.Document(workspace, kind, id), out var document)
            ? document
            : throw new DocumentDamagedException(kind, id)));
        memory.Keep(run, given);
        return given;
    }

    /// <summary>One key of each workspace is read, however many there are.</summary>
    public IReadOnlyList<WorkspaceId> Workspaces()
    {
        var found = new List<WorkspaceId>();
        var from = "";
        while (file.KeysBetween(DatabaseFile.Documents, from, Keys.Last, newest: false, take: 1) is [var key])
        {
            var workspace = Keys.WorkspaceIn(key);
            found.Add(workspace);
            from = Keys.Range(workspace).To;
        }

        return found;
    }

    /// <summary>Writes what changed, inside the transaction of the caller.</summary>
    public void Write(GroupChanges changes)
    {
        var rows = new List<LiteDB.BsonDocument>();
        var gone = new List<string>();
        var entries = new SortedSet<string>(StringComparer.Ordinal);
        var goneEntries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var change in changes.Documents.OrderBy(change => change.Key, StringComparer.Ordinal))
        {
            if (change.After is not null)
                rows.Add(Rows.Of(change.After));
            else if (change.Before is not null)
                gone.Add(change.Key);

            foreach (var entry in (change.After?.Entries ?? []).Except(change.Before?.Entries ?? [], StringComparer.Ordinal))
                entries.Add(Keys.Entry(change.Workspace, change.Kind, entry, change.Id));
            foreach (var entry in (change.Before?.Entries ?? []).Except(change.After?.Entries ?? [], StringComparer.Ordinal))
                goneEntries.Add(Keys.Entry(change.Workspace, change.Kind, entry, change.Id));
        }
        file.Upsert(DatabaseFile.Documents, rows);
        file.Delete(DatabaseFile.Documents, gone);
        file.Insert(DatabaseFile.Entries, [.. entries.Select(entry => new LiteDB.BsonDocument { ["_id"] = entry })]);
        file.Delete(DatabaseFile.Entries, goneEntries);
    }

    /// <summary>What was committed becomes what everyone reads.</summary>
    public void Publish(GroupChanges changes) => memory.Publish(changes.Documents);

    /// <summary>The document was removed.</summary>
    public void Forget(string key) => memory.Forget(key);

    /// <summary>Entries are removed.</summary>
    public void ForgetRuns() => memory.ForgetRuns();

    private DocumentState Remember(DocumentState read, string kind, string id)
    {
        read.Body.Verify(kind, id);
        memory.Keep(read);
        return read;
    }
}
