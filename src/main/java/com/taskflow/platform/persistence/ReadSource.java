package com.taskflow.platform.persistence;

/** Where an owner's data was read, and why not from the replica where it was not. */
enum ReadSource {

    REPLICA,

    /** The primary: there is no replica, or it is not in use. */
    PRIMARY,

    /** The primary, since nobody knows how far the owner's last write had come. */
    UNKNOWN_WRITE,

    /** The replica and then the primary: the replica had not seen the owner's last write. */
    BEHIND,

    /** The replica and then the primary: the replica failed. */
    FAILED

}
